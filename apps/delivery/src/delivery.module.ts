import { Module } from '@nestjs/common';

/** The feed: what happened, to whoever may know and asked to be told. */
@Module({})
export class DeliveryModule {}
