export * from './index.js';
export { fileCursor } from './file-cursor.js';
