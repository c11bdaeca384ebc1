using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>The part <c>rate_limits.headers</c>: which header plays which part is read from its name, then its text.</summary>
internal static class RateLimitHeaderReader
{
    private enum Role
    {
        Limit,
        Remaining,
        Reset,
        RetryAfter,
    }

    public static RateLimitHeaders? Read(MappingReader reader)
    {
        var entries = reader.Entries("headers");
        if (entries.IsEmpty)
        {
            return null;
        }

        var roles = new Dictionary<Role, Located<string>>();
        foreach (var entry in entries)
        {
            if (RoleOf(entry) is { } role)
            {
                roles.TryAdd(role, new Located<string>(entry.Key.Text, entry.Key.Location));
            }
        }

        return new RateLimitHeaders(
            roles.GetValueOrDefault(Role.Limit),
            roles.GetValueOrDefault(Role.Remaining),
            roles.GetValueOrDefault(Role.Reset),
            roles.GetValueOrDefault(Role.RetryAfter),
            reader.Node("headers")!.Location
        )
        {
            ResetText = entries
                .Where(e => RoleOf(e) is Role.Reset && e.Value is YamlScalar { IsNull: false })
                .Select(e => new Located<string>(((YamlScalar)e.Value).Text, e.Value.Location))
                .FirstOrDefault(),
        };
    }

    private static Role? RoleOf(YamlEntry entry)
    {
        var name = entry.Key.Text;
        var text = (entry.Value as YamlScalar)?.Text ?? "";
        return Has(name, "Retry-After") ? Role.RetryAfter
            : Has(name, "Remaining") || Has(name, "Left") ? Role.Remaining
            : Has(name, "Reset") ? Role.Reset
            : Has(text, "remaining") || Has(text, "left") ? Role.Remaining
            : Has(text, "resets") || Has(text, "window ends") ? Role.Reset
            : Has(name, "Limit") || Has(name, "Quota") || Has(text, "allowed") ? Role.Limit
            : null;
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
