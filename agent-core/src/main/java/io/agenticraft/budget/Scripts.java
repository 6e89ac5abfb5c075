package io.agenticraft.budget;

import io.agenticraft.redis.RedisScript;

/**
 * What is done in one step on the server. An account is a hash; its fields are {@code u} or {@code t} and a slot's number,
 * for money and tokens. The field {@code g} names the hash: after a server has lost its data, what was reserved before is not
 * taken from what others have spent since.
 */
final class Scripts {
    static final int RESERVE_ARGUMENTS = 7;
    static final int BOOK_ARGUMENTS = 7;
    static final int READ_RESULTS = 3;

    /** Sums up an account from its oldest slot that counts, and forgets what is older. */
    private static final String SUM = """
            local function sum(key, oldest, slot)
              local money, tokens, first = 0, 0, nil
              local all = redis.call('HGETALL', key)
              for j = 1, #all, 2 do
                local at = tonumber(string.sub(all[j], 2))
                if at == nil then
                  -- the hash's name
                elseif at < oldest then
                  redis.call('HDEL', key, all[j])
                else
                  local value = tonumber(all[j + 1])
                  if string.sub(all[j], 1, 1) == 'u' then money = money + value else tokens = tokens + value end
                  if value > 0 and (first == nil or at < first) then first = at end
                end
              end
              return money, tokens, first or slot
            end
            local function text(number) return string.format('%.0f', number) end
            """;

    /** All accounts are charged, and their hashes' names told; or none, and then the first that lacks something is named. */
    static final RedisScript RESERVE = RedisScript.of(SUM + """
            for i, key in ipairs(KEYS) do
              local a = (i - 1) * 7
              local money, tokens, first = sum(key, tonumber(ARGV[a + 2]), tonumber(ARGV[a + 1]))
              local most = tonumber(ARGV[a + 5])
              if most >= 0 and money + tonumber(ARGV[a + 3]) > most then
                return {text(i), 'u', text(money), text(first)}
              end
              most = tonumber(ARGV[a + 6])
              if most >= 0 and tokens + tonumber(ARGV[a + 4]) > most then
                return {text(i), 't', text(tokens), text(first)}
              end
            end
            local result = {'ok'}
            for i, key in ipairs(KEYS) do
              local a = (i - 1) * 7
              redis.call('HSETNX', key, 'g', ARGV[#ARGV])
              result[#result + 1] = redis.call('HGET', key, 'g')
              redis.call('HINCRBY', key, 'u' .. ARGV[a + 1], ARGV[a + 3])
              redis.call('HINCRBY', key, 't' .. ARGV[a + 1], ARGV[a + 4])
              redis.call('PEXPIRE', key, ARGV[a + 7])
            end
            return result
            """);

    /** Adds to accounts, whatever their limits, and takes what was reserved from those that still hold it. */
    static final RedisScript BOOK = RedisScript.of("""
            local function book(key, field, spent, reserved)
              local now = redis.call('HINCRBY', key, field, spent)
              if now < tonumber(reserved) then
                redis.call('HSET', key, field, spent)
              elseif reserved ~= '0' then
                redis.call('HINCRBY', key, field, '-' .. reserved)
              end
            end
            for i, key in ipairs(KEYS) do
              local a = (i - 1) * 7
              local held = ARGV[a + 7] ~= '' and redis.call('HGET', key, 'g') == ARGV[a + 7]
              book(key, 'u' .. ARGV[a + 1], ARGV[a + 2], held and ARGV[a + 3] or '0')
              book(key, 't' .. ARGV[a + 1], ARGV[a + 4], held and ARGV[a + 5] or '0')
              if redis.call('PTTL', key) < tonumber(ARGV[a + 6]) then redis.call('PEXPIRE', key, ARGV[a + 6]) end
            end
            return {'ok'}
            """);

    /** For each account its money, its tokens, and the oldest slot in which something was spent. */
    static final RedisScript READ = RedisScript.of(SUM + """
            local result = {}
            for i, key in ipairs(KEYS) do
              local a = (i - 1) * 2
              local money, tokens, first = sum(key, tonumber(ARGV[a + 2]), tonumber(ARGV[a + 1]))
              result[#result + 1] = text(money)
              result[#result + 1] = text(tokens)
              result[#result + 1] = text(first)
            end
            return result
            """);

    private Scripts() {}
}
