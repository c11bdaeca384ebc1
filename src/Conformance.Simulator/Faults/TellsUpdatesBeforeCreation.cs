using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The time of the last change is a day before that of the creation.</summary>
public sealed partial class TellsUpdatesBeforeCreation : Fault
{
    /// <inheritdoc />
    public override string Description => "The time of the last change is a day before that of the creation.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        AnsweredFields.LackOf(
            specification,
            (p, _) => Changed().IsMatch(p.Name.Value),
            "a field that tells the last change in an answer"
        );

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeMembers(
            call,
            m => Changed().IsMatch(m.Property.Name.Value),
            m => m.Value = DayBefore(m.Parent) ?? m.Value
        );

    private static JsonNode? DayBefore(JsonObject members) =>
        members.FirstOrDefault(m => Made().IsMatch(m.Key)).Value?.GetValue<string>() is { } text
        && DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var made
        )
            ? JsonValue.Create(made.AddDays(-1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
            : null;

    [GeneratedRegex("^(created|creation)_?(at|on|time|date)$", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Made();

    [GeneratedRegex("^(last_?)?(updated|modified|changed)_?(at|on|time|date)$", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Changed();
}
