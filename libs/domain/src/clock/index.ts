export * from './business-days.js';
export * from './deadline.js';
export * from './marks.js';
export * from './working-hours.js';
export * from './zone.js';
