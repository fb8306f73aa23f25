import type { Inputs } from '../inputs.ts';

const token = 'un-jeton-que-personne-n-a-recu';

export const signatureInputs: Inputs = {
  'signature.ask': ({ hourFileId, paperItemId }) => ({
    ...{ fileId: hourFileId, itemId: paperItemId, title: 'Convention' },
    signers: [{ name: 'Ada Marchand', address: 'ada@toitures.test' }],
  }),
  'signature.prepare': ({ hourTransferId }) => ({ transferId: hourTransferId }),
  'signature.list': () => ({}),
  'signature.listOwn': () => undefined,
  'signature.show': ({ signatureId }) => ({ requestId: signatureId }),
  'signature.remind': ({ signatureId }) => ({ requestId: signatureId }),
  'signature.enter': ({ signerId }) => ({ signerId }),
  'signature.describeLink': () => ({ token }),
  'signature.openLink': () => ({ token }),
  'signature.sendCode': () => ({ token }),
  'signature.sign': () => ({ token, name: 'Ada Marchand', agreed: true, code: '123456', sha256: 'a'.repeat(64) }),
  'signature.refuse': () => ({ token, reason: 'Non' }),
  'signature.verify': () => ({ code: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE' }),
  // Last: a request that was withdrawn is open no more.
  'signature.withdraw': ({ signatureId }) => ({ requestId: signatureId, reason: 'Autre version' }),
};
