import type { AppModule } from '@tanshi/ui';

const admin = ['ADMINISTRATOR'] as const;

/** Messages; the bell leads here, so there is no entry in the menu. */
const notification: AppModule = {
  routes: [
    { path: '/messages', component: () => import('./MessagesPage.vue'), meta: { title: '消息' } },
    {
      path: '/messages/settings',
      component: () => import('./SettingsPage.vue'),
      meta: { title: '消息设置' },
    },
    {
      path: '/messages/templates',
      component: () => import('./TemplatesPage.vue'),
      meta: { title: '消息模板', roles: admin },
    },
    {
      path: '/messages/templates/:kind',
      component: () => import('./TemplatePage.vue'),
      props: true,
      meta: { title: '消息模板', roles: admin },
    },
    {
      path: '/messages/deliveries',
      component: () => import('./DeliveriesPage.vue'),
      meta: { title: '发送记录', roles: admin },
    },
  ],
};
export default notification;
