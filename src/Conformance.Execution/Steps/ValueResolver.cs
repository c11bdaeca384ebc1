using Conformance.Execution.Credentials;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>Resolves the values of one request, and remembers the first that could not be.</summary>
internal sealed class ValueResolver(RunValues values, ExecutionOptions options, CaseContext context)
{
    /// <summary>Why a value could not be resolved; null when all could.</summary>
    public Obstacle? Problem { get; private set; }

    /// <summary>The value; empty when it could not be resolved.</summary>
    public string Resolve(ValueSource source) =>
        source switch
        {
            ValueSource.Literal literal => literal.Text,
            ValueSource.FreshUuid => values.Fresh(),
            ValueSource.RunUnique unique => Unique(unique),
            ValueSource.Captured captured => Captured(captured.Name),
            ValueSource.Configured { Change: { } change } changed => CredentialChanges.Apply(
                change,
                Configured(changed.Variable)
            ),
            ValueSource.Configured configured => Configured(configured.Variable),
            _ => throw new NotSupportedException($"Unknown value source {source.GetType().Name}."),
        };

    private string Unique(ValueSource.RunUnique unique)
    {
        var value = unique.Length is { } length
            ? values.Unique(context.Id, unique.Name, length - unique.Suffix.Length)
            : values.Unique(context.Id, unique.Name);
        return (unique.IsUpperCase ? value.ToUpperInvariant() : value) + unique.Suffix;
    }

    private string Captured(string name)
    {
        if (context.Captures.TryGetValue(name, out var value))
        {
            return value;
        }

        Problem ??= Obstacles.Arrangement($"No earlier response of the case gave '{name}', which this request needs.");
        return "";
    }

    private string Configured(string variable)
    {
        if (options.Configuration.TryGetValue(variable, out var value) && value.Length > 0)
        {
            return value;
        }

        Problem ??= Obstacles.NotConfigured([variable]);
        return "";
    }
}
