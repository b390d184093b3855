namespace Shares.Model.Tests.Rules;

/// <summary>
/// Stands for a thing in a sequence of operations, whatever id the service gives to it: what the operation at a place made, something that
/// never was, or a text that is no id. So a sequence says the same when operations are left out of it.
/// </summary>
public readonly record struct Ref(int Place, string Text = "")
{
    public static readonly Ref Nothing = new(-1);

    public static Ref NoId(string text) => new(-1, text);

    public bool IsNoId => Text.Length > 0;

    public override string ToString() => IsNoId ? Text : Place < 0 ? "nothing" : $"#{Place}";
}
