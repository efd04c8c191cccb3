export { useAct } from './act';
export { default as AppBar, type NavItem } from './components/AppBar.vue';
export { default as BaseButton } from './components/BaseButton.vue';
export { default as ConfirmDialog } from './components/ConfirmDialog.vue';
export { default as DataTable, type TableColumn, type TableSort } from './components/DataTable.vue';
export { default as DemoBanner } from './components/DemoBanner.vue';
export { default as EmptyState } from './components/EmptyState.vue';
export { default as FileField } from './components/FileField.vue';
export { default as KeyFacts, type KeyFact } from './components/KeyFacts.vue';
export { default as LogoMark } from './components/LogoMark.vue';
export { default as MaskedId } from './components/MaskedId.vue';
export { default as MessageBell } from './components/MessageBell.vue';
export { default as MessageList } from './components/MessageList.vue';
export { default as MessageSettings } from './components/MessageSettings.vue';
export { default as PeriodRuler } from './components/PeriodRuler.vue';
export { default as ProblemNotice } from './components/ProblemNotice.vue';
export { default as SelectField, type SelectOption } from './components/SelectField.vue';
export { default as StatusTag } from './components/StatusTag.vue';
export { default as StepScale } from './components/StepScale.vue';
export { default as SubNav } from './components/SubNav.vue';
export { default as TextField } from './components/TextField.vue';
export { default as TickBar } from './components/TickBar.vue';
export { default as TickLine } from './components/TickLine.vue';
export { default as TickTitle } from './components/TickTitle.vue';
export { default as UndoBar } from './components/UndoBar.vue';
export * from './format';
export type { RulerDay, RulerMilestone } from './logic/ruler';
export { statusWord, type StatusTone } from './logic/status';
export { collectModules, type AppModule, type MenuEntry, type ModuleSet } from './modules';
export { useResource, type Resource } from './resource';
export {
  ROLE_NAMES,
  onSessionLost,
  useFreshSession,
  useSession,
  type Role,
  type SessionView,
} from './session';
