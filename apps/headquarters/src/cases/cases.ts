import type { AsOfView, ConsultationSheet, ExplainedDossier, Principal } from '#contracts';
import { Readers, type Read } from '../read-models/readers.js';
import { admit, type Admission, type Moment } from './admission.js';
import type { CaseFile } from './case-file.js';
import type { CaseFiles } from './case-files.js';
import { explain } from './explain.js';
import { horizonOf } from './horizon.js';
import { namesFor } from './names.js';
import { compared, type Comparison } from './old-new.js';
import { sheetOf, type Look } from './sheet.js';
import { textsFor } from './texts.js';
import { takesPart, viewerOf, type Viewer } from './viewer.js';

export interface CaseRequest {
  principal: Principal;
  dossierId: string;
  minPosition?: number;
  /** ISO: until when names are hidden is measured at it. */
  now: string;
}

/** A case opened for one reader. */
export interface OpenedCase {
  viewer: Viewer;
  admission: Admission;
  /** As the reader sees it at present. */
  present: CaseFile;
  /** Of the read models that admitted the reader. */
  position: number;
}

const isNow = ({ position, at }: Moment): boolean => position === undefined && at === undefined;

/** One dossier, folded from its stream up to where row-level security lets the reader see. */
export class CaseDesk {
  constructor(
    private readonly readers: Readers,
    private readonly files: CaseFiles,
    private readonly headquarters: string,
    /** Address of the transparency log. */
    private readonly log = '',
  ) {}

  /** Throws not-found for a case that is not open to the reader, not-yet-visible as Readers does. */
  async open({ principal, dossierId, minPosition = 0 }: CaseRequest): Promise<OpenedCase> {
    const request = { principal, models: ['dossiers', 'timeline'] as const, minPosition };
    const { answer: admission, position } = await this.readers.read(request, (rows) =>
      admit(rows, dossierId),
    );
    const present = await this.fileAt(admission, {});
    return { viewer: viewerOf(principal, this.headquarters), admission, present, position };
  }

  /** The case at a moment as the reader may see it; the present one for a moment to come. */
  async look(opened: OpenedCase, moment: Moment, now: string): Promise<Look> {
    const { viewer, admission, present } = opened;
    const file = isNow(moment) ? present : await this.fileAt(admission, moment);
    return {
      ...{ file, admission, names: namesFor(present, viewer, now) },
      texts: textsFor(file, admission.versions),
      stage: file === present ? admission.stage : file.dossier.stage,
      whole: takesPart(viewer, present),
      log: this.log,
    };
  }

  async sheet(request: CaseRequest, moment: Moment = {}): Promise<Read<ConsultationSheet> & OpenedCase> {
    const opened = await this.open(request);
    return { ...opened, answer: sheetOf(await this.look(opened, moment, request.now)) };
  }

  async asOf(request: CaseRequest, moment: Moment): Promise<Read<AsOfView> & OpenedCase> {
    const opened = await this.open(request);
    const look = await this.look(opened, moment, request.now);
    const sheet = sheetOf(look);
    const { position, at, stage, version } = sheet;
    const clauses = look.texts.open(version.no) ? look.file.dossier.current.body.clauses : null;
    return { ...opened, answer: { position, at, stage, version: { ...version, clauses }, sheet } };
  }

  async explain(request: CaseRequest): Promise<Read<ExplainedDossier>> {
    const opened = await this.open(request);
    const look = await this.look(opened, {}, request.now);
    return { ...opened, answer: explain(look, opened.viewer) };
  }

  async oldNew(
    request: CaseRequest,
    wanted: { from?: number | undefined; to?: number | undefined },
  ): Promise<Read<ConsultationSheet> & { comparison: Comparison }> {
    const opened = await this.open(request);
    const look = await this.look(opened, {}, request.now);
    return { ...opened, answer: sheetOf(look), comparison: compared(look, wanted) };
  }

  private async fileAt(admission: Admission, moment: Moment): Promise<CaseFile> {
    const { dossierId, told } = admission;
    const events = await this.files.events(dossierId, told.at(-1) ?? 0);
    return (await this.files.at(dossierId, horizonOf(events, admission, moment)))!;
  }
}
