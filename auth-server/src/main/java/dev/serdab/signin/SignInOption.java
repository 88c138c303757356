package dev.serdab.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.ModelAndView;

/** A way of signing in that the sign-in page offers besides the password. */
public interface SignInOption {

    /** Gives the page what its part of it needs. */
    void show(ModelAndView page, HttpServletRequest request);
}
