import { Module } from '@nestjs/common';

/** The transparency log: integrates, signs, publishes. */
@Module({})
export class EvidenceModule {}
