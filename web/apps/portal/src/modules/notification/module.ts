import type { AppModule } from '@tanshi/ui';

/** The candidate's messages; the bell leads here, so there is no tab. */
const notification: AppModule = {
  routes: [],
  candidateRoutes: [
    { path: 'messages', component: () => import('./MessagesPage.vue'), meta: { title: '消息' } },
    {
      path: 'messages/settings',
      component: () => import('./SettingsPage.vue'),
      meta: { title: '消息设置' },
    },
  ],
};
export default notification;
