package io.tanshi.enrolment.intake.archive;

/** The sentences with which a package is refused. */
final class Refusals {

    private Refusals() {}

    static PackageRefusedException notZip(String found) {
        return new PackageRefusedException(
                "not-a-zip", "上传的文件不是 zip 压缩包" + found + "。", "请把报名申报表和学员资料放在一起，压缩成 zip 格式后重新上传。");
    }

    static PackageRefusedException damaged() {
        return new PackageRefusedException("zip-damaged", "压缩包不完整或已损坏，读不到文件目录。", "可能是复制或上传中断造成的，请重新压缩后再上传。");
    }

    static PackageRefusedException encrypted(String path) {
        return new PackageRefusedException(
                "zip-encrypted", "压缩包设有密码（" + Shown.text(path) + "），系统不能读取。", "请取消密码重新压缩；传输过程由系统加密，不需要另设密码。");
    }

    static PackageRefusedException packedOddly(String path) {
        return new PackageRefusedException(
                "zip-method",
                "压缩包中的“" + Shown.text(path) + "”使用了系统不支持的压缩方式。",
                "请用 zip 的标准压缩方式（Deflate，即各软件的默认方式）重新压缩后再上传。");
    }

    static PackageRefusedException bomb(String path) {
        return new PackageRefusedException(
                "zip-bomb",
                "压缩包中的“" + Shown.text(path) + "”解压后异常膨胀（超过 200 倍或超过其声明的大小），已停止读取。",
                "请检查该文件，用常用的压缩软件重新压缩后再上传。");
    }

    static PackageRefusedException tooLarge(long limit) {
        return new PackageRefusedException(
                "package-too-large", "压缩包解压后超过 " + limit / (1 << 20) + " MB 的上限。", "请压缩照片和扫描件的尺寸，或分成几个批次上传。");
    }

    static PackageRefusedException tooManyEntries(int limit) {
        return new PackageRefusedException("too-many-entries", "压缩包中的文件超过 " + limit + " 个的上限。", "请分成几个批次上传。");
    }

    static PackageRefusedException tooManyTogether(int limit) {
        return new PackageRefusedException(
                "too-many-entries", "同一次上传的几个文件合起来超过 " + limit + " 个文件的上限，这一个没有采用。", "请把它放到另一个批次上传。");
    }

    static PackageRefusedException directoryTooLarge(int limit) {
        return new PackageRefusedException(
                "too-many-entries", "压缩包的目录过大：文件超过 " + limit + " 个，或文件名过长。", "请缩短文件名，或分成几个批次上传。");
    }

    static PackageRefusedException uploadEmpty() {
        return new PackageRefusedException("upload-empty", "上传的文件是空的（0 字节）。", "请确认文件已保存完整后重新上传。");
    }

    static PackageRefusedException uploadTooLarge(long limit) {
        return new PackageRefusedException(
                "upload-too-large", "上传的文件超过 " + (limit >> 20) + " MB 的上限。", "请压缩照片和扫描件的尺寸，或分成几个批次上传。已保存的内容没有变化。");
    }
}
