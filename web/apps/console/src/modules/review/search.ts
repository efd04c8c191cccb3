import { ref } from 'vue';

/** What is looked for in the queue: kept in memory only, because it is a name or a number. */
export const sought = ref('');
