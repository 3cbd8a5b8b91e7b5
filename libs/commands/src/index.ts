export { AlterSubscription, type SubscriptionChange } from './alter-subscription.js';
export { ChangeDelegation } from './change-delegation.js';
export { CommandsModule } from './commands.module.js';
export { EraseWords } from './erase-words.js';
export { Execute, type Answer, type Context } from './execute.js';
export { Ledger } from './ledger.js';
export { machine } from './machine.js';
export { subscriberRole, type Subscriber } from './subscriber-role.js';
export { World, digest } from './world.js';
