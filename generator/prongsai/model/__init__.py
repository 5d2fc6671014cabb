"""What Prongsai knows of an agency's disclosures: frozen, validated, without places or files of its own."""
