# Makes posterior.json: the diagnostics that R's posterior computes for the chains of chains.json,
# and for a few degenerate ones.
#
# Debian packages r-cran-posterior (1.4.0) and r-cran-jsonlite: Rscript make_posterior.R

suppressMessages({library(posterior); library(jsonlite)})

figures <- function(x) { # x: draws in rows, chains in columns
  list(
    rhat = rhat(x),
    ess_bulk = ess_bulk(x),
    ess_tail = ess_tail(x),
    ess_mean = ess_mean(x),
    ess_quantile_10 = as.numeric(ess_quantile(x, 0.1)),
    ess_median = ess_median(x),
    mcse_mean = mcse_mean(x),
    mcse_quantile_10 = as.numeric(mcse_quantile(x, 0.1)),
    mcse_quantile_90 = as.numeric(mcse_quantile(x, 0.9)),
    mcse_median = mcse_median(x)
  )
}

golden <- fromJSON("chains.json", simplifyVector = FALSE)
matrix_of <- function(draws) sapply(draws, function(chain) as.numeric(unlist(chain)))
cases <- lapply(golden$cases, function(case) {
  list(name = case$name, posterior = figures(matrix_of(case$draws)))
})
set.seed(1)
constant <- matrix(2.5, 100, 4)
broken <- matrix(round(rnorm(400), 6), 100, 4)
broken[37, 2] <- NaN
endless <- matrix(round(rnorm(400), 6), 100, 4)
endless[5, 1] <- Inf
degenerate <- list(
  list(name = "constant", draws = t(constant), posterior = figures(constant)),
  list(name = "one_nan", draws = t(broken), posterior = figures(broken)),
  list(name = "one_infinite", draws = t(endless), posterior = figures(endless))
)
json <- toJSON(
  list(
    versions = list(posterior = as.character(packageVersion("posterior")), r = R.version.string),
    cases = cases,
    degenerate = degenerate
  ),
  auto_unbox = TRUE, digits = NA, na = "string"
)
writeLines(gsub("\"NaN\"", "\"NA\"", json), "posterior.json")
