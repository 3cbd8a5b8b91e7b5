import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import {
  CommentGroupsRequest,
  NewPublicComment,
  Problem,
  Ulid,
  type CommentGroups,
  type Principal,
  type PublicCommentNotice,
  type PublicCommentReceipt,
} from '#contracts';
import { World } from '#commands';
import { CurrentPrincipal } from '#identity';
import { Clock, commandData, Open, RequestLimit } from '#platform';
import { ulid } from 'ulid';
import { CommentRows, type GroupRow, type Notice } from './comment-rows.js';
import { requireReader } from './readers.js';

const none = () => new Problem('not-found', 'No public comment has been opened on such a dossier.');

const groupOf = ({ no, count, firstAt, lastAt, text, name, affiliation }: GroupRow) => ({
  ...{ no, count, firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString(), text },
  ...(name !== null && { name }),
  ...(affiliation !== null && { affiliation }),
});

/** 意見公募: the public sends comments and reads the notice without signing in; leads and secretariat read what came in. */
@Controller('v1/public-comments')
export class PublicCommentsController {
  constructor(
    private readonly comments: CommentRows,
    private readonly clock: Clock,
    private readonly world: World,
  ) {}

  @Open()
  @UseGuards(RequestLimit)
  @Post(':id')
  @HttpCode(201)
  async send(@Param('id') id: string, @Body() body: unknown): Promise<PublicCommentReceipt> {
    const comment = commandData(NewPublicComment, body) as NewPublicComment;
    if (!Ulid.safeParse(id).success) throw none();
    const [receipt, receivedAt] = [ulid(), this.clock.iso()];
    const outcome = await this.comments.take(id, receipt, receivedAt, comment);
    if (outcome === 'none') throw none();
    if (outcome === 'closed')
      throw new Problem('guard-refused', 'Comments are not taken any more.', { rule: 'comment-closed' });
    return { receipt, receivedAt };
  }

  @Open()
  @Get(':id')
  async notice(@Param('id') id: string): Promise<PublicCommentNotice> {
    const { opened, ended, title } = await this.noticeOf(id);
    const { kind, openAt, closeAt, days, reasonIfShort, caseNo, versionNo, sha256, materials } = opened;
    const open = !ended && this.clock.iso() <= closeAt;
    return {
      ...{ dossierId: id, title, open, kind, openAt, closeAt, days, versionNo, sha256, materials },
      ...(reasonIfShort !== undefined && { reasonIfShort }),
      ...(caseNo !== undefined && { caseNo }),
    };
  }

  @Get(':id/groups')
  async groups(
    @Param('id') id: string,
    @Query() query: unknown,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CommentGroups> {
    const { before, limit } = commandData(CommentGroupsRequest, query) as CommentGroupsRequest;
    const { leads } = await this.noticeOf(id);
    requireReader(principal, [...leads, this.world.cabinet.headquarters]);
    const [totals, rows] = await Promise.all([
      this.comments.totals(id),
      this.comments.groups(id, before, limit),
    ]);
    const last = rows.at(-1);
    const next = rows.length === limit && last ? { next: last.lastId } : {};
    return { ...totals, items: rows.map(groupOf), ...next };
  }

  private async noticeOf(id: string): Promise<Notice> {
    const found = Ulid.safeParse(id).success ? await this.comments.notice(id) : undefined;
    if (!found) throw none();
    return found;
  }
}
