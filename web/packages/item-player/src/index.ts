export { default as ItemView } from './ItemView.vue';
export type { ItemOption, ItemResponse, ItemType, PlayerItem } from './types';
