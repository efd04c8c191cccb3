package io.tanshi.identity;

import io.tanshi.platform.ErrorCode;
import org.springframework.http.HttpStatus;

/** Refusals of this module. */
public enum IdentityError implements ErrorCode {
    WRONG_CREDENTIALS("wrong-credentials", HttpStatus.UNAUTHORIZED, "账号或密码不正确"),
    TOO_MANY_ATTEMPTS("too-many-attempts", HttpStatus.TOO_MANY_REQUESTS, "尝试次数过多"),
    ACTIVATION_REFUSED("activation-refused", HttpStatus.UNPROCESSABLE_CONTENT, "激活码不能使用"),
    WEAK_PASSWORD("weak-password", HttpStatus.UNPROCESSABLE_CONTENT, "密码过于简单"),
    SETUP_REFUSED("setup-refused", HttpStatus.UNPROCESSABLE_CONTENT, "首次设置未完成"),
    NAME_TAKEN("name-taken", HttpStatus.CONFLICT, "名称已被使用"),
    ROLE_MISMATCH("role-mismatch", HttpStatus.UNPROCESSABLE_CONTENT, "角色与机构不符"),
    OWN_ACCOUNT("own-account", HttpStatus.CONFLICT, "不能停用或重置自己的账号"),
    INSTITUTION_CHANGED("institution-changed", HttpStatus.CONFLICT, "机构资料已被他人修改"),
    INSTITUTION_REFUSED("institution-refused", HttpStatus.UNPROCESSABLE_CONTENT, "机构资料有误，没有保存"),
    INSTITUTION_STANDING("institution-standing", HttpStatus.CONFLICT, "机构现在不能这样做"),
    LAST_MANAGER("last-manager", HttpStatus.CONFLICT, "机构须有一位负责人"),
    TOO_MANY_REVEALS("too-many-reveals", HttpStatus.TOO_MANY_REQUESTS, "查看完整号码过多"),
    ROTATION_UNDER_WAY("rotation-under-way", HttpStatus.CONFLICT, "上一次更换密钥尚未完成"),
    PERSON_UNCHANGED("person-unchanged", HttpStatus.UNPROCESSABLE_CONTENT, "没有改动"),
    MERGE_REFUSED("merge-refused", HttpStatus.CONFLICT, "这两人不能合并"),
    ERASURE_BLOCKED("erasure-blocked", HttpStatus.CONFLICT, "现在不能删除"),
    ERASURE_OPEN("erasure-open", HttpStatus.CONFLICT, "已有待确认的删除"),
    SAME_PERSON("same-person", HttpStatus.CONFLICT, "须由另一人确认"),
    CLOCK_NOT_FORWARD("clock-not-forward", HttpStatus.UNPROCESSABLE_CONTENT, "业务时间只能向前");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    IdentityError(String slug, HttpStatus status, String title) {
        this.slug = "identity/" + slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
