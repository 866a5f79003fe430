export type { Artifact, Span } from './contract/artifact.js';
export type { Assembled, Context, Lowering, OptionFault, Placed, Renderer, Revision } from './contract/renderer.js';
export type { OutcomeRecord, Rendering } from './contract/rendering.js';
export type { Finding, Lowered, NonEmpty, Outcome } from './contract/verdict.js';
export type { Rectangle } from './prepare/rectangles.js';
export type { Json } from './print/json-with-spans.js';

export { entriesOf } from '@azureml-firewall/rule-model';
export { severityOf } from './contract/severity.js';
export { exact, inexact, omitted, outcomes } from './contract/verdict.js';
export { clip } from './prepare/clip.js';
export { describe } from './prepare/describe.js';
export { rectangles } from './prepare/rectangles.js';
export { jsonWithSpans } from './print/json-with-spans.js';
export { RenderError } from './render-error.js';
export { render } from './render.js';
