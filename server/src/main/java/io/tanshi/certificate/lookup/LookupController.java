package io.tanshi.certificate.lookup;

import io.tanshi.certificate.register.IssuedCertificates.IssuedCertificate;
import io.tanshi.identity.session.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the look-up. What is asked comes in the body and never stands in an address or a log. */
@Controller
@PublicEndpoint("anyone may check a certificate; names are masked and questions limited per address")
class LookupController {

    private final Lookup lookup;
    private final ResultPages results;
    private final AnswerPace pace;
    private final VisitorLimit limit;

    LookupController(Lookup lookup, ResultPages results, AnswerPace pace, VisitorLimit limit) {
        this.lookup = lookup;
        this.results = results;
        this.pace = pace;
        this.limit = limit;
    }

    @GetMapping(value = "/verify", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView form() {
        return page("verify/form").addObject("form", LookupForm.EMPTY);
    }

    @PostMapping(
            value = "/verify",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView ask(@ModelAttribute LookupForm form, HttpServletRequest request) {
        String gap = form.gap();
        if (gap != null) {
            return page("verify/form").addObject("form", form.tidy()).addObject("gap", gap);
        }
        return answer(form.question(), form, request);
    }

    /** Where the code square on a certificate leads. */
    @GetMapping(value = "/v/{token}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView scan(@PathVariable String token, HttpServletRequest request) {
        return answer(Question.byToken(token), LookupForm.EMPTY, request);
    }

    private ModelAndView answer(Question question, LookupForm form, HttpServletRequest request) {
        Optional<Duration> wait = limit.wait(request.getRemoteAddr());
        if (wait.isPresent()) {
            return busy(wait.get());
        }
        List<IssuedCertificate> found = pace.evenly(() -> lookup.answer(question));
        if (found.isEmpty()) {
            limit.missed(request.getRemoteAddr());
            return page("verify/missing")
                    .addObject("form", form.tidy())
                    .addObject("way", question.way().label());
        }
        return page("verify/result").addObject("result", results.of(found, question.way()));
    }

    private ModelAndView busy(Duration wait) {
        ModelAndView page = page("verify/busy").addObject("seconds", wait.toSeconds());
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }

    private ModelAndView page(String view) {
        return new ModelAndView(view).addObject("frame", results.frame("lookup"));
    }
}
