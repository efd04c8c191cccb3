import { reactive, watch } from 'vue';

/** How the marker likes to read; kept on this computer. */
export interface Reading {
  size: 'small' | 'medium' | 'large';
  ground: 'white' | 'sepia';
}

const KEY = 'tanshi.marking.reading';
const SIZES = new Set(['small', 'medium', 'large']);

function stored(): Partial<Reading> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return found !== null && typeof found === 'object' ? found : {};
  } catch {
    return {};
  }
}

export function useReading(): Reading {
  const found = stored();
  const reading = reactive<Reading>({
    size: found.size && SIZES.has(found.size) ? found.size : 'medium',
    ground: found.ground === 'sepia' ? 'sepia' : 'white',
  });
  watch(reading, (now) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(now));
    } catch {
      // Storage may be closed; the choice then holds for this visit.
    }
  });
  return reading;
}
