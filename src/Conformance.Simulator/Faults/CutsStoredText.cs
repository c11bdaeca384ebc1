using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Texts are stored with twenty characters.</summary>
public sealed class CutsStoredText : Fault
{
    /// <inheritdoc />
    public override string Description => "Texts are stored with twenty characters.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    private const int Room = 20;

    /// <inheritdoc />
    internal override Resource? AlterStored(Call call, Resource? resource) =>
        resource?.Edit(fields =>
        {
            var accepted = call.Endpoint?.Request?.Schema is { } schema ? call.World.Schemas.Properties(schema) : [];
            foreach (var name in accepted.Select(p => p.Name.Value))
            {
                if (
                    fields[name]?.GetValueKind() is JsonValueKind.String
                    && fields[name]!.ToString() is { Length: > Room } text
                )
                {
                    fields[name] = text[..Room];
                }
            }
        });
}
