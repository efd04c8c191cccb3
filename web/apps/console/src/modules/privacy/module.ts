import type { AppModule } from '@tanshi/ui';

const roles = ['ADMINISTRATOR'];

/** Terms of keeping, keys, and erasures that wait for a second person. */
const privacy: AppModule = {
  routes: [
    {
      path: '/privacy',
      component: () => import('./RetentionPage.vue'),
      meta: { title: '保存期限', roles },
    },
    {
      path: '/privacy/keys',
      component: () => import('./KeysPage.vue'),
      meta: { title: '数据密钥', roles },
    },
    {
      path: '/privacy/erasures',
      component: () => import('./ErasuresPage.vue'),
      meta: { title: '待确认的删除', roles },
    },
  ],
  menu: [{ label: '数据保护', to: '/privacy', roles, moreFor: roles, order: 75 }],
};
export default privacy;
