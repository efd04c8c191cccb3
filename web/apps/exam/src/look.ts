import { reactive, watch } from 'vue';

export const SIZES = [100, 125, 150, 175, 200] as const;
export const GROUNDS = [
  { id: 'white', name: '白' },
  { id: 'sepia', name: '米黄' },
  { id: 'contrast', name: '黑底黄字' },
] as const;
export type Ground = (typeof GROUNDS)[number]['id'];

interface Look {
  size: number;
  ground: Ground;
}

const KEY = 'tanshi-exam-look';

function stored(): Look {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Look>;
    return {
      size: SIZES.find((size) => size === found.size) ?? 100,
      ground: GROUNDS.find((ground) => ground.id === found.ground)?.id ?? 'white',
    };
  } catch {
    return { size: 100, ground: 'white' };
  }
}

/** Type size and ground of the paper, kept for the next reload. */
export const look = reactive<Look>(stored());

watch(
  look,
  () => {
    document.documentElement.dataset.ground = look.ground;
    document.documentElement.style.setProperty('--exam-scale', String(look.size / 100));
    try {
      localStorage.setItem(KEY, JSON.stringify(look));
    } catch {
      // Without storage the choice lasts until the reload.
    }
  },
  { immediate: true },
);
