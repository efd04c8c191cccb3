import type { AppModule } from '@tanshi/ui';

const roles = ['ADMINISTRATOR'] as const;

/** Issue, revocation and replacement of certificates, each by two persons. */
const certificate: AppModule = {
  routes: [
    {
      path: '/certificates',
      component: () => import('./CertificatesPage.vue'),
      meta: { title: '证书', roles },
    },
    {
      path: '/certificates/:id',
      component: () => import('./CertificatePage.vue'),
      props: true,
      meta: { title: '证书', roles },
    },
  ],
  menu: [{ label: '证书', to: '/certificates', roles, order: 28 }],
};
export default certificate;
