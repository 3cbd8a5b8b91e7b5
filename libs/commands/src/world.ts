import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Cabinet, Calendar } from '#contracts';
import type { Setting } from '#domain';
import { CONFIG, calendarOf, loadCabinet, type Config } from '#platform';
import { cabinetFile } from '#platform';

/** SHA-256 of the RFC 8785 canonical JSON of a value, lower-case hex. */
export const digest = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

/** The setting of every decision of this process: the cabinet it was started with, read once. */
@Injectable()
export class World implements Setting {
  readonly cabinet: Cabinet;
  readonly calendar: Calendar;
  readonly digest = digest;

  constructor(@Inject(CONFIG) config: Config) {
    this.cabinet = loadCabinet(cabinetFile(config));
    this.calendar = calendarOf(this.cabinet.calendar);
  }
}
