import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Problem } from '#contracts';
import { World } from '#commands';
import { loadJsonFile, projectRoot } from '#platform';
import { RowMap } from './map-file.js';

const folder = () => join(projectRoot(), 'cabinets', 'maps');

/** The maps of the cabinet this process serves; a file that cannot be used stops the start, with its line and reason. */
@Injectable()
export class Maps {
  private readonly known: ReadonlyMap<string, RowMap>;

  constructor(private readonly world: World) {
    const files = existsSync(folder()) ? readdirSync(folder()).filter((file) => file.endsWith('.json')) : [];
    const maps = files.map(
      (file) => [basename(file, '.json'), loadJsonFile(join(folder(), file), RowMap)] as const,
    );
    this.known = new Map(maps.filter(([, map]) => map.cabinet === this.world.cabinet.name));
  }

  /** Throws a Problem that names the maps there are. */
  named(name: string): RowMap {
    const map = this.known.get(name);
    if (map) return map;
    const names = [...this.known.keys()].join(', ') || 'none';
    throw new Problem(
      'not-found',
      `There is no map "${name.slice(0, 60)}" for the cabinet ${this.world.cabinet.name}; there is: ${names}.`,
    );
  }
}
