export { ChangeDelegation } from './change-delegation.js';
export { CommandsModule } from './commands.module.js';
export { Execute, type Answer, type Context } from './execute.js';
export { Ledger } from './ledger.js';
export { machine } from './machine.js';
export { World, digest } from './world.js';
