export type { Condition, Hint, NewHint } from './backend.js';
export { OverBudget, within } from './budget.js';
export { EvictionPolicy } from './eviction-policy.js';
export { Hints, type HintsSettings } from './hints.js';
export { backoffMs, type WorkCounts, type WorkItem } from './work-item.js';
export { MAX_ATTEMPTS, WorkItems } from './work-items.js';
export { WorkList } from './work-list.js';
