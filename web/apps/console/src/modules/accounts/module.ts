import type { AppModule } from '@tanshi/ui';

const roles = ['ADMINISTRATOR'];
const accounts: AppModule = {
  routes: [
    {
      path: '/accounts',
      component: () => import('./AccountsPage.vue'),
      meta: { title: '工作人员账号', roles },
    },
    {
      path: '/accounts/invite',
      component: () => import('./InvitePage.vue'),
      meta: { title: '邀请工作人员', roles },
    },
    {
      path: '/accounts/institutions',
      component: () => import('./InstitutionsPage.vue'),
      meta: { title: '培训机构', roles },
    },
  ],
  menu: [{ label: '账号与机构', to: '/accounts', roles, order: 80 }],
};
export default accounts;
