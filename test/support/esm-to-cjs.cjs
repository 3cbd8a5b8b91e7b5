// On Node 20 Jest cannot require() ES modules, so the ESM files of node_modules are compiled to CommonJS (Jest caches the result).
const { transformSync, version } = require('@swc/core');
const { createHash } = require('node:crypto');

const looksEsm = (source) =>
  /^\s*(?:import\b(?!\s*\()|export\b)/m.test(source) || source.includes('import.meta');

module.exports = {
  process(source, filename) {
    if (filename.endsWith('.json') || !looksEsm(source)) return { code: source };
    return transformSync(source, {
      filename,
      swcrc: false,
      configFile: false,
      sourceMaps: false,
      isModule: true,
      module: { type: 'commonjs', ignoreDynamic: false },
      jsc: { target: 'es2023', parser: { syntax: 'ecmascript', importAttributes: true } },
    });
  },
  getCacheKey: (source, filename) =>
    createHash('sha1').update(source).update(filename).update(version).update('3').digest('hex'),
};
