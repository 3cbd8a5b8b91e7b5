import { Command as TypedCommand } from '@nestjs/cqrs';
import type {
  ChangeSubscription,
  DisabledFor,
  BesideEventData,
  OpenSubscription,
  SubscriptionAnswer,
  SubscriptionReason,
} from '#contracts';
import type { z } from 'zod';
import type { RegistryContext } from './registry.js';

type Replay = Omit<BesideEventData<'ReplayRequested'>, 'subscriptionId'>;
type Rotated = Omit<BesideEventData<'SecretRotated'>, 'subscriptionId'>;

interface Changes {
  OpenSubscription: OpenSubscription;
  ChangeSubscription: ChangeSubscription;
  DisableSubscription: SubscriptionReason & { by: z.infer<typeof DisabledFor> };
  EnableSubscription: SubscriptionReason;
  EndSubscription: SubscriptionReason;
  RotateSecret: Rotated;
  ReplayDeliveries: Replay;
}

export type SubscriptionChange = {
  [Name in keyof Changes]: { name: Name; subscriptionId: string; data: Changes[Name] };
}[keyof Changes];

/** Changes a subscription, for a person of its organ; the machine may disable it. Beside Execute, because it is no part of a dossier. */
export class AlterSubscription extends TypedCommand<
  Omit<SubscriptionAnswer, 'secret' | 'position'> & { position: number; replayed: boolean }
> {
  constructor(
    readonly change: SubscriptionChange,
    readonly context: RegistryContext,
  ) {
    super();
  }
}
