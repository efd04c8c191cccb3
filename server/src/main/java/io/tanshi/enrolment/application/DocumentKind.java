package io.tanshi.enrolment.application;

import io.tanshi.enrolment.intake.Material;
import java.util.Optional;

/** What goes with an application, in the order in which a reviewer goes through it. */
public enum DocumentKind {
    REVIEW_FORM("审核表", Material.REVIEW_FORM),
    ID_FRONT("身份证正", Material.ID_FRONT),
    ID_BACK("身份证反", Material.ID_BACK),
    EDUCATION("学历", Material.EDUCATION),
    PHOTO("蓝底照", null),
    WORK("工作证明", Material.WORK),
    OTHER("其他", Material.OTHER);

    private final String label;
    private final @org.jspecify.annotations.Nullable Material material;

    DocumentKind(String label, @org.jspecify.annotations.Nullable Material material) {
        this.label = label;
        this.material = material;
    }

    public static DocumentKind of(Material material) {
        for (DocumentKind kind : values()) {
            if (kind.material == material) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No document is a " + material);
    }

    /** The short word above a column or a tab. */
    public String label() {
        return label;
    }

    /** The paper of the programme; empty for the photo. */
    public Optional<Material> material() {
        return Optional.ofNullable(material);
    }

    /** The name of the file in a package, without its ending. */
    public String fileName() {
        return material == null ? "照片" : material.label();
    }
}
