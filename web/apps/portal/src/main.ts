import { createApp } from 'vue';
import '@tanshi/ui/base.css';
import App from './App.vue';
import { i18n, restoreLocale } from './i18n';
import { router } from './router';

await restoreLocale();
createApp(App).use(i18n).use(router).mount('#app');
