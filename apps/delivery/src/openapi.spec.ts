import { projectRoot } from '#platform';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openapi } from './openapi.js';

describe('the OpenAPI document of the delivery process', () => {
  const document = JSON.parse(JSON.stringify(openapi())) as { components: object };

  it('is the one that is checked in (npm run specs writes it)', () => {
    const path = join(projectRoot(), 'docs', 'api', 'delivery.openapi.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(document);
  });

  it('refers only to what it has', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)];
    expect(references.length).toBeGreaterThan(10);
    for (const [, section = '', name = ''] of references)
      expect(document.components).toHaveProperty([section, name]);
  });
});
