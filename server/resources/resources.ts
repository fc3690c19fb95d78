// The front door of the resources room: what others may ask of the register.
export { withinReach, reachMetresAt } from './reach.ts'
