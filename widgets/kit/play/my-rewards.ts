/** Where members find what they hold, and say where to send it. */
export const MY_REWARDS = '/my/rewards'
