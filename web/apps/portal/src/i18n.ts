import { computed } from 'vue';
import { createI18n } from 'vue-i18n';
import type { UiLocale } from '@tanshi/ui';
import zh from './locales/zh-CN';

const KEY = 'tanshi.locale';

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as UiLocale,
  fallbackLocale: 'zh-CN' as UiLocale,
  messages: { 'zh-CN': zh } as Record<string, typeof zh>,
});

export const locale = computed(() => i18n.global.locale.value as UiLocale);

/** English is fetched only by those who ask for it. */
export async function setLocale(wanted: UiLocale): Promise<void> {
  if (wanted === 'en' && !i18n.global.availableLocales.includes('en')) {
    i18n.global.setLocaleMessage('en', (await import('./locales/en')).default);
  }
  i18n.global.locale.value = wanted;
  document.documentElement.lang = wanted;
  try {
    localStorage.setItem(KEY, wanted);
  } catch {
    // Storage may be closed; the choice then holds for this visit.
  }
}

export async function restoreLocale(): Promise<void> {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(KEY);
  } catch {
    return;
  }
  if (stored === 'en') await setLocale('en');
}
