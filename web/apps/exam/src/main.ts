import { createApp } from 'vue';
import '@tanshi/ui/base.css';
import './exam.css';
import App from './App.vue';

createApp(App).mount('#app');
