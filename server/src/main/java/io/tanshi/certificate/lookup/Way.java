package io.tanshi.certificate.lookup;

/** How a certificate was asked for. */
enum Way {
    NUMBER("姓名 + 证书编号"),
    ID_NUMBER("姓名 + 身份证号"),
    TOKEN("扫描证书上的二维码"),
    CODE("持证人给的验证码"),
    FILE("上传电子证书");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
