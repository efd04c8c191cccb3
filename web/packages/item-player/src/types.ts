export type ItemType = 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE' | 'EXTENDED_TEXT';

export interface ItemOption {
  id: string;
  text: string;
}

export interface PlayerItem {
  id: string;
  type: ItemType;
  stem: string;
  options: readonly ItemOption[];
  points: number;
}

/** Chosen option ids, or the text of an extended answer. */
export type ItemResponse = readonly string[] | string;
