import { createApp } from 'vue';
import '@tanshi/ui/base.css';
import App from './App.vue';
import { router } from './router';

document.body.dataset.density = 'staff';
createApp(App).use(router).mount('#app');
