package io.tanshi.platform.web;

import io.tanshi.platform.ErrorCode;
import io.tanshi.platform.PlatformError;
import io.tanshi.platform.Problem;
import io.tanshi.platform.ProblemDetails;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns every exception of a handler into problem details; never a stack trace, never personal data. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem) {
        return answer(problem.code(), problem.detail(), problem.fields());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException invalid) {
        List<Problem.FieldError> fields = invalid.getBindingResult().getFieldErrors().stream()
                .map(e -> new Problem.FieldError(e.getField(), String.valueOf(e.getDefaultMessage())))
                .toList();
        return answer(PlatformError.INVALID, "有 " + fields.size() + " 处填写有误，请按各处提示改正后重新提交。", fields);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        log.debug("Unreadable request body", unreadable);
        return answer(PlatformError.BAD_REQUEST, "请求内容不是应有的 JSON 格式。请刷新页面后重试。", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException mistyped) {
        return answer(PlatformError.NOT_FOUND, "地址中的 " + mistyped.getName() + " 不是有效的编号。请从列表重新打开。", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return answer(PlatformError.TOO_LARGE, "上传的文件超过了上限。请减小后重新上传，已保存的内容没有变化。", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(MultipartException unreadable) {
        log.debug("Unreadable multipart body", unreadable);
        return answer(PlatformError.BAD_REQUEST, "上传的内容不完整或格式有误，读不出文件。请重新选择文件再上传。", List.of());
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        log.debug("The client left before the answer was complete", gone);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception exception) {
        if (exception instanceof ErrorResponse response) {
            return standard(response.getStatusCode());
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(exception)) {
            log.debug("The client left in the middle of its request", exception);
            return answer(PlatformError.BAD_REQUEST, "请求没有传完，连接就断开了。请重新发送。", List.of());
        }
        log.error("Unexpected failure", exception);
        return answer(PlatformError.INTERNAL, "系统出了意外，这一步没有完成，已保存的内容没有变化。请稍后重试；若仍不行，请把事件编号告诉管理员。", List.of());
    }

    private static ResponseEntity<ProblemDetail> standard(HttpStatusCode status) {
        if (status.value() == HttpStatus.NOT_FOUND.value()) {
            return answer(PlatformError.NOT_FOUND, "没有这个地址。", List.of());
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(withStatus(status));
    }

    private static ProblemDetail withStatus(HttpStatusCode status) {
        ProblemDetail body = ProblemDetails.of(PlatformError.BAD_REQUEST, "请求的方式或格式不被接受。请刷新页面后重试。");
        body.setStatus(status.value());
        return body;
    }

    private static ResponseEntity<ProblemDetail> answer(
            ErrorCode code, String detail, List<Problem.FieldError> fields) {
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetails.of(code, detail, fields));
    }
}
