/** Up to so many contracts every single one is convolved. */
export const SINGLE_LIMIT = 2000;

/** Above it the largest are, until the rest is this little skewed; it enters as a normal variable with skew correction. */
export const REST_SKEWNESS = 0.1;
