import type { AppModule } from '@tanshi/ui';

const home: AppModule = {
  routes: [
    { path: '/', component: () => import('./HomePage.vue') },
    {
      path: '/privacy',
      component: () => import('./PrivacyPage.vue'),
      meta: { title: 'foot.privacy' },
    },
    {
      path: '/accessibility',
      component: () => import('./AccessibilityPage.vue'),
      meta: { title: 'foot.accessibility' },
    },
  ],
};
export default home;
