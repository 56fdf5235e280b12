export { registersModule } from './module.ts';
export { isConnected } from './service/connections.ts';
export { lookUp } from './service/look-up.ts';
export { type RegisterState, registerStates } from './service/state.ts';
export { withRegisterSimulator } from './simulator/for-development.ts';
export { inTheBackground, type LookUp, whileFilling } from './types.ts';
