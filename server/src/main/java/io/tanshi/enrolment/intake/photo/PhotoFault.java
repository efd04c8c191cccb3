package io.tanshi.enrolment.intake.photo;

/**
 * What is wrong with a photo.
 *
 * @param code of the intake check, for example {@code photo-too-small}
 * @param message what was found and what is expected
 * @param fix what to do about it
 * @param found the measured value
 * @param expected the wanted value
 */
public record PhotoFault(String code, String message, String fix, String found, String expected) {

    static PhotoFault empty() {
        return unreadable("照片文件是空的（0 字节）。", "0 字节");
    }

    static PhotoFault broken() {
        return unreadable("照片不能解码，文件已损坏或不是图片。", "无法解码");
    }

    static PhotoFault tooManyPixels(long megapixels, int limit) {
        return new PhotoFault(
                "photo-unreadable",
                "照片约 " + megapixels + " 百万像素，超过 " + limit + " 百万像素的上限，未作解码。",
                "请导出为一寸证件照尺寸（295×413 像素或稍大）后重新上传。",
                megapixels + " 百万像素",
                "不超过 " + limit + " 百万像素");
    }

    static PhotoFault notJpeg(String format) {
        return new PhotoFault(
                "photo-not-jpeg",
                "照片的内容是 " + format + "，不是 JPEG；只改扩展名不会改变格式。",
                "请用图片软件另存为 JPEG（.jpg）后重新上传。",
                format,
                "JPEG");
    }

    static PhotoFault tooSmall(int width, int height) {
        return new PhotoFault(
                "photo-too-small",
                "照片为 " + width + "×" + height + " 像素，小于一寸照的 295×413 像素。",
                "请向照相馆索取原图（300 dpi），不要使用聊天软件压缩过的图片。",
                width + "×" + height,
                "不小于 295×413");
    }

    static PhotoFault wrongRatio(int width, int height) {
        String ratio = "%.3f".formatted((double) width / height);
        return new PhotoFault(
                "photo-wrong-ratio",
                "照片宽高比为 " + ratio + "（" + width + "×" + height + "），一寸照应为 0.714±0.03。",
                "请按 25×35 毫米的比例裁剪（例如 295×413），不要拉伸变形。",
                ratio,
                "0.684–0.744");
    }

    static PhotoFault notBlue(String colour) {
        return new PhotoFault("photo-not-blue", "照片背景" + colour + "，不是蓝色。", "请提供蓝底免冠证件照。", colour, "蓝色背景");
    }

    private static PhotoFault unreadable(String message, String found) {
        return new PhotoFault("photo-unreadable", message, "请重新导出为 JPEG 格式的证件照后上传。", found, "可解码的 JPEG");
    }
}
